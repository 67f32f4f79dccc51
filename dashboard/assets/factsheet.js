/* A sheet in the browser: print, the form of the atelier into the address, folds open on paper. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-druk-af]")) window.print();
    const noot = event.target.closest('.noten a[href^="#"]');
    const doel = noot && document.getElementById(noot.getAttribute("href").slice(1));
    const vouw = doel && doel.closest("details");
    if (vouw) vouw.open = true;
  });

  /* What is typed joins what the address already says; empty fields leave it. */
  document.addEventListener("submit", function (event) {
    const formulier = event.target.closest("form[data-atelier]");
    if (!formulier) return;
    event.preventDefault();
    const vraag = new URLSearchParams(location.search);
    new FormData(formulier).forEach(function (waarde, naam) {
      const tekst = String(waarde).trim();
      if (tekst) vraag.set(naam, tekst);
      else vraag.delete(naam);
    });
    const staart = vraag.toString();
    history.pushState(null, "", location.pathname + (staart ? "?" + staart : ""));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  });

  let gesloten = [];
  window.addEventListener("beforeprint", function () {
    gesloten = Array.from(document.querySelectorAll(".factsheet details.vouw:not([open])"));
    gesloten.forEach(function (vouw) { vouw.open = true; });
  });
  window.addEventListener("afterprint", function () {
    gesloten.forEach(function (vouw) { vouw.open = false; });
    gesloten = [];
  });
})();
