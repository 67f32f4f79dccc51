/* The layers on the map: points (close ones together), counts of a wijk, homes as bars, names. */
(function () {
  "use strict";
  const { maak } = window.wijkenKaart;
  const DICHTBIJ = 26; // px: closer together two signs cannot be told apart or touched
  const MEEST = 6; // names in one tooltip
  const BALK = [32, 10];

  function kiesbaar(kaart, marker, code) {
    const kies = function () {
      if (!code) return;
      if (kaart.lagen.has(code)) kaart.kies(code);
      else if (!kaart.wens.keuze || !kaart.wens.keuze.meer) kaart.meld({ soort: "gekozen", code });
    };
    marker.on("click", kies);
    marker.on("keydown", ({ originalEvent }) => {
      if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
      originalEvent.preventDefault();
      kies();
    });
  }

  function bord(kaart, plek, wat) {
    const icon = L.divIcon({ html: maak("span", "", wat.teken), className: wat.klasse, iconSize: wat.maat });
    const kenmerken = { icon, pane: "plekken", alt: wat.alt, keyboard: wat.toetsen, zIndexOffset: wat.toetsen ? 1000 : 0 };
    const marker = L.marker(plek, kenmerken).addTo(kaart.plekken);
    const el = marker.getElement();
    if (wat.toetsen) el.setAttribute("aria-label", wat.alt);
    else el.setAttribute("aria-hidden", "true"); // the panel lists them in words
    marker.bindTooltip(wat.wijzer, { direction: "top", offset: [0, -12], className: "wijzer" });
    return marker;
  }

  function telling(kaart, plek, waar) {
    const marker = bord(kaart, waar, {
      teken: String(plek.aantal),
      klasse: "plek",
      maat: [26, 26],
      alt: plek.tekst,
      toetsen: true,
      wijzer: () => maak("span", "", plek.tekst),
    });
    kiesbaar(kaart, marker, plek.code);
  }

  /* Points of one kind that lie close on the screen become one sign with their number. */
  function trossen(kaart, punten) {
    const uit = [];
    for (const punt of punten) {
      const hier = kaart.kaart.latLngToLayerPoint(punt.plek);
      const bij = uit.find((tros) => tros.soort === punt.soort && tros.midden.distanceTo(hier) < DICHTBIJ);
      if (bij) bij.punten.push(punt);
      else uit.push({ soort: punt.soort, midden: hier, punten: [punt] });
    }
    return uit;
  }

  function wijzer(punten) {
    const uit = maak("div");
    for (const { tekst } of punten.slice(0, MEEST)) uit.append(maak("span", "punt", tekst));
    if (punten.length > MEEST) uit.append(maak("span", "wat", "+ " + (punten.length - MEEST)));
    return uit;
  }

  function tros(kaart, { soort, punten }) {
    const een = punten.length === 1;
    const teken = een ? punten[0].teken || "" : String(punten.length);
    const klasse = (soort === "initiatief" ? "plek punt" : "plek vierkant") + (een ? " los" : "");
    const alt = punten.map((punt) => punt.tekst).join("; ");
    const toetsen = soort === "initiatief";
    const maat = soort === "initiatief" && een ? [18, 18] : [24, 24];
    const marker = bord(kaart, punten[0].plek, { teken, klasse, maat, alt, toetsen, wijzer: () => wijzer(punten) });
    kiesbaar(kaart, marker, punten[0].code);
  }

  function balk(kaart, plek, delen, tekst) {
    const vak = maak("span", "balk");
    delen.forEach((deel, n) => {
      const stuk = maak("span", "deel-" + (n + 1));
      stuk.style.width = deel + "%";
      vak.append(stuk);
    });
    const icon = L.divIcon({ html: vak, className: "woningbalk", iconSize: BALK });
    const marker = L.marker(plek, { icon, pane: "plekken", keyboard: false }).addTo(kaart.woningen);
    marker.getElement().setAttribute("aria-hidden", "true");
    marker.bindTooltip(() => maak("span", "", tekst), { direction: "top", offset: [0, -8], className: "wijzer" });
    return marker;
  }

  function tekenWoningen(kaart, woningen) {
    kaart.woningen.clearLayers();
    kaart.balken = [];
    if (!woningen) return;
    const waar = woningen.per === "wijk"
      ? kaart.g.wijken.map(([code, , lat, lng]) => [code, [lat, lng]])
      : kaart.g.codes.map((code, n) => [code, kaart.g.plekken[n]]);
    for (const [code, plek] of waar) {
      if (!woningen.delen[code]) continue;
      const marker = balk(kaart, plek, woningen.delen[code], woningen.teksten[code]);
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

  /* Signs that would cross an earlier one wait for the next zoom step. */
  function schik(kaart) {
    const bezet = [];
    const vrij = function (el) {
      el.hidden = false;
      const r = el.getBoundingClientRect();
      if (bezet.some((b) => r.left < b.right && r.right > b.left && r.top < b.bottom && r.bottom > b.top)) {
        el.hidden = true;
        return;
      }
      bezet.push(r);
    };
    // Counts are few and stay; bars and names make way for them.
    document.querySelectorAll(".plek").forEach((el) => bezet.push(el.getBoundingClientRect()));
    kaart.balken.forEach(vrij);
    kaart.namen.map((el) => el.firstChild).filter((el) => !el.hidden).forEach(vrij);
    kaart.buurtnamen.forEach((marker) => vrij(marker.getElement().firstChild));
  }

  function tekenPunten(kaart) {
    const { tellingen, punten } = kaart.laagdata;
    kaart.plekken.clearLayers();
    const waar = new Map(kaart.g.wijken.map(([code, , lat, lng]) => [code, [lat, lng]]));
    for (const plek of tellingen) if (waar.has(plek.code)) telling(kaart, plek, waar.get(plek.code));
    for (const groep of trossen(kaart, punten)) tros(kaart, groep);
  }

  const LEEG = { sleutel: "", punten: [], tellingen: [], woningen: null, namen: false };

  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      kaart.laagdata = LEEG;
      kaart.balken = [];
      kaart.buurtnamen = [];
      kaart.plekken = L.layerGroup().addTo(kaart.kaart);
      kaart.woningen = L.layerGroup().addTo(kaart.kaart);
      const { schikNamen } = kaart;
      kaart.schikNamen = function () {
        schikNamen.call(kaart);
        if (kaart.balken.length || kaart.buurtnamen.length) schik(kaart);
      };
      kaart.kaart.on("zoomend", () => kaart.laagdata.punten.length && tekenPunten(kaart));
    },

    /* Only when a layer changed: another theme or year leaves all of this alone. */
    toon(kaart, wens) {
      const nieuw = wens.lagen || LEEG;
      if (nieuw.sleutel === kaart.laagdata.sleutel) return;
      kaart.laagdata = nieuw;
      document.body.dataset.laag = nieuw.tellingen.length || nieuw.woningen ? "aan" : "uit";
      tekenPunten(kaart);
      tekenWoningen(kaart, nieuw.woningen);
      tekenNamen(kaart, nieuw.namen);
      kaart.schikNamen();
    },
  });
})();
