/* The frame in the browser: links drawn in place, title, focus and anchors after drawing. */
(function () {
  "use strict";
  let eerste = true; // nobody has gone anywhere yet
  let begonnen = false;

  /* After the next picture: the animation frame after the one that has it comes when it is drawn.
     Soon where none is drawn (a tab in the background). */
  function naHetTekenen(doe) {
    let gedaan = false;
    const eens = function () {
      if (!gedaan) doe();
      gedaan = true;
    };
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(eens)));
    setTimeout(eens, 100);
  }

  function meld() {
    // What dcc.Location listens to; the same event dcc.Link sends.
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  /* Go to an address of ours without a new page. Where something of it is on its way to the
     screen already (kaartvooruit.js), that is drawn before the page begins to work. */
  function naar(href) {
    eerste = false;
    history.pushState(null, "", href);
    if (window.wijken.vooruit) naHetTekenen(meld);
    else meld();
    window.wijken.vooruit = false;
  }

  window.wijken = Object.assign(window.wijken || {}, { naar: naar, vooruit: false });

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[data-intern]");
    if (!link || link.origin !== location.origin || link.target) return;
    const zelfde = link.pathname === location.pathname && link.search === location.search;
    if (zelfde && link.hash) return; // the browser itself scrolls within a page
    event.preventDefault();
    if (!zelfde) naar(link.href);
  });

  function plaats() {
    const doel = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (doel) {
      for (let om = doel.closest("details"); om; om = om.parentElement.closest("details")) om.open = true;
      doel.scrollIntoView();
      return;
    }
    if (eerste) return;
    window.scrollTo(0, 0);
    document.getElementById("frame-inhoud").focus({ preventScroll: true });
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.frame = {
    getekend: function (pagina) {
      if (!pagina) return;
      // Who was quicker than the first page went on before anybody listened.
      if (!begonnen) meld();
      begonnen = true;
      document.title = pagina.titel;
      document.querySelectorAll("[data-pagina]").forEach(function (woord) {
        if (woord.dataset.pagina === pagina.naam) woord.setAttribute("aria-current", "page");
        else woord.removeAttribute("aria-current");
      });
      requestAnimationFrame(function () {
        plaats();
        eerste = false;
      });
    },
  };
})();
