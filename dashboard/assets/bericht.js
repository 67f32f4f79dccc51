/* One sentence about what was just done, over the page: it stays while the page is drawn anew,
   until somebody closes it or goes to another address. */
(function () {
  "use strict";
  const SLEUTEL = "wijken-bericht"; // over a page that is loaded again
  let vak = null;
  let bij = ""; // the address it belongs to

  /* An empty region from the start: what appears in it is read out. */
  function regio() {
    if (vak && vak.isConnected) return vak;
    vak = document.createElement("div");
    vak.className = "bericht niet-drukken";
    vak.setAttribute("role", "status");
    document.body.append(vak);
    return vak;
  }

  function weg() {
    regio().replaceChildren();
  }

  function toon({ zin, sluit }) {
    const tekst = document.createElement("p");
    tekst.textContent = zin;
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "bericht-weg";
    knop.setAttribute("aria-label", sluit);
    knop.textContent = "×";
    knop.addEventListener("click", weg);
    regio().replaceChildren(tekst, knop);
  }

  /* Says it beside the address that follows; `href` is that address. */
  function bericht(zin, sluit, href) {
    bij = new URL(href, location.href).href;
    toon({ zin, sluit });
  }

  function bewaar(zin, sluit) {
    sessionStorage.setItem(SLEUTEL, JSON.stringify({ zin, sluit }));
  }

  function terug() {
    const bewaard = sessionStorage.getItem(SLEUTEL);
    sessionStorage.removeItem(SLEUTEL);
    bij = location.href;
    if (bewaard) toon(JSON.parse(bewaard));
    else regio();
  }

  function elders() {
    if (vak && vak.firstChild && location.href !== bij) weg();
  }

  window.addEventListener("_dashprivate_pushstate", elders);
  window.addEventListener("popstate", elders);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", terug);
  else terug();
  window.wijken = Object.assign(window.wijken || {}, { bericht: bericht, berichtNaLaden: bewaar });
})();
