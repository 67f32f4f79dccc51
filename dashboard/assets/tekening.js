/* Inline SVG that our own server drew: real shapes in the page, with the page's letters. */
(function () {
  "use strict";

  function Tekening(props) {
    return window.React.createElement("div", {
      id: props.id,
      className: "tekening",
      dangerouslySetInnerHTML: { __html: props.inhoud.svg },
    });
  }

  window.wijken = Object.assign(window.wijken || {}, { Tekening: Tekening });
})();
