/* A long piece of page from its description: [element, properties, children], or text. */
(function () {
  "use strict";
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  function teken(deel) {
    if (typeof deel === "string") return deel;
    const [soort, eigenschappen, kinderen] = deel;
    return e(soort, eigenschappen, ...kinderen.map(teken));
  }

  function Licht(props) {
    return e("div", { id: props.id, className: "licht" }, ...props.inhoud.delen.map(teken));
  }

  window.wijken = Object.assign(window.wijken || {}, { Licht: Licht });
})();
