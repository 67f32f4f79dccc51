/* The layers on the map: homes as bars, names of buurten. Signs are in `kaart_plekken.js`. */
(function () {
  "use strict";
  // Of the top of a name, from the middle of its wijk: above a count, under it, under its bar.
  const HOOGTEN = ["-29px", "16px"];
  const ONDER_BALK = "28px";
  const { maak } = window.wijkenKaart;
  const BALK = [32, 10];
  const ONDER_TELLING = 16; // px from the middle of a count

  function balk(kaart, plek, delen, tekst, lager) {
    const vak = maak("span", "balk");
    delen.forEach((deel, n) => {
      const stuk = maak("span", "deel-" + (n + 1));
      stuk.style.width = deel + "%";
      vak.append(stuk);
    });
    const iconAnchor = lager ? [BALK[0] / 2, -ONDER_TELLING] : undefined;
    const icon = L.divIcon({ html: vak, className: "woningbalk", iconSize: BALK, iconAnchor });
    const marker = L.marker(plek, { icon, pane: "plekken", keyboard: false }).addTo(kaart.woningen);
    marker.getElement().setAttribute("aria-hidden", "true");
    marker.bindTooltip(() => maak("span", "", tekst), { direction: "top", offset: [0, -8], className: "wijzer" });
    return marker;
  }

  function tekenWoningen(kaart, { woningen, tellingen }) {
    kaart.woningen.clearLayers();
    kaart.balken = [];
    if (!woningen) return;
    const waar = woningen.per === "wijk"
      ? kaart.g.wijken.map(([code, , lat, lng]) => [code, [lat, lng]])
      : kaart.g.codes.map((code, n) => [code, kaart.g.plekken[n]]);
    // Counts stand in the middle of their wijk: the bar of that wijk goes under it.
    const bezet = new Set(tellingen.map((telling) => telling.code));
    for (const [code, plek] of waar) {
      if (!woningen.delen[code]) continue;
      const marker = balk(kaart, plek, woningen.delen[code], woningen.teksten[code], bezet.has(code));
      marker.on("click", () => kaart.lagen.has(code) && kaart.kies(code));
      kaart.balken.push(marker.getElement());
    }
  }

  function tekenNamen(kaart, aan) {
    kaart.buurtnamen.forEach((marker) => marker.remove());
    kaart.buurtnamen = [];
    if (!aan || !kaart.g.wijkgrenzen) return; // a map of wijken has its names already
    kaart.g.codes.forEach((code, n) => {
      const html = maak("span", "wijknaam buurtnaam", kaart.naam(code));
      const icon = L.divIcon({ html, className: "naam", iconSize: [0, 0] });
      const marker = L.marker(kaart.g.plekken[n], { icon, pane: "namen", interactive: false, keyboard: false });
      marker.addTo(kaart.kaart).getElement().setAttribute("aria-hidden", "true");
      kaart.buurtnamen.push(marker);
    });
  }

  /* Signs that would cross an earlier one wait for the next zoom step; a name that has no room
     above the count of its wijk may stand under it. */
  function schik(kaart) {
    const bezet = [];
    const past = function (el) {
      const r = el.getBoundingClientRect();
      if (bezet.some((b) => r.left < b.right && r.right > b.left && r.top < b.bottom && r.bottom > b.top)) return false;
      bezet.push(r);
      return true;
    };
    const vrij = function (el) {
      el.hidden = false;
      el.hidden = !past(el);
    };
    const hoogten = kaart.balken.length ? [...HOOGTEN, ONDER_BALK] : HOOGTEN;
    const zetNaam = function (el) {
      el.hidden = false;
      el.hidden = !hoogten.some((hoogte) => {
        el.style.setProperty("--hoogte", hoogte);
        return past(el);
      });
    };
    // Counts are few and stay; bars and names make way for them.
    document.querySelectorAll(".plek").forEach((el) => bezet.push(el.getBoundingClientRect()));
    kaart.balken.forEach(vrij);
    kaart.namen.forEach((el) => zetNaam(el.firstChild));
    kaart.buurtnamen.forEach((marker) => vrij(marker.getElement().firstChild));
  }

  const LEEG = { sleutel: "", tellingen: [], woningen: null, namen: false };

  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      kaart.laagdata = LEEG;
      kaart.balken = [];
      kaart.buurtnamen = [];
      kaart.woningen = L.layerGroup().addTo(kaart.kaart);
      const { schikNamen } = kaart;
      kaart.schikNamen = function () {
        schikNamen.call(kaart);
        schik(kaart);
      };
      kaart.schikNamen();
    },

    /* Only when a layer changed: another theme or year leaves all of this alone. */
    toon(kaart, wens) {
      const nieuw = wens.lagen || LEEG;
      if (nieuw.sleutel === kaart.laagdata.sleutel) return;
      kaart.laagdata = nieuw;
      document.body.dataset.laag = nieuw.tellingen.length || nieuw.woningen ? "aan" : "uit";
      tekenWoningen(kaart, nieuw);
      tekenNamen(kaart, nieuw.namen);
      kaart.schikNamen();
    },
  });
})();
