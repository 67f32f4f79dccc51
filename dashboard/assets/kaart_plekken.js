/* Counts of initiatives on the map, one circle for each wijk that has any. */
(function () {
  "use strict";
  const { maak } = window.wijkenKaart;

  function maakPlek(kaart, plek, waar) {
    const html = maak("span", "", String(plek.aantal));
    const icon = L.divIcon({ html, className: "plek", iconSize: [26, 26] });
    const marker = L.marker(waar, { icon, pane: "plekken", alt: plek.tekst }).addTo(kaart.plekken);
    marker.getElement().setAttribute("aria-label", plek.tekst);
    marker.bindTooltip(() => maak("span", "", plek.tekst), { direction: "top", offset: [0, -12], className: "wijzer" });
    const kies = () => kaart.meld({ soort: "gekozen", code: plek.code });
    marker.on("click", kies);
    marker.on("keydown", ({ originalEvent }) => {
      if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
      originalEvent.preventDefault();
      kies();
    });
  }

  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      kaart.plekken = L.layerGroup().addTo(kaart.kaart);
    },

    toon(kaart, wens, vorige) {
      const plekken = wens.plekken || [];
      if (vorige && JSON.stringify(vorige.plekken || []) === JSON.stringify(plekken)) return;
      kaart.plekken.clearLayers();
      document.body.dataset.laag = plekken.length ? "aan" : "uit";
      const waar = new Map(kaart.g.wijken.map(([code, , lat, lng]) => [code, [lat, lng]]));
      for (const plek of plekken) if (waar.has(plek.code)) maakPlek(kaart, plek, waar.get(plek.code));
      kaart.schikNamen();
    },
  });
})();
