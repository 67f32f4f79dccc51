/* The topographical map under the areas, when the page asks for it; without it all still works. */
(function () {
  "use strict";
  const { maak } = window.wijkenKaart;

  function vermeld(kaart, tekst, klasse) {
    const vak = L.control({ position: "bottomright" });
    vak.onAdd = () => maak("p", "bron " + klasse, tekst);
    return vak.addTo(kaart.kaart);
  }

  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      const { achtergrond } = kaart.g;
      if (!achtergrond) return;
      document.body.dataset.achtergrond = "aan";
      const [minZoom, maxNativeZoom] = achtergrond.zoom;
      const tegels = L.tileLayer(achtergrond.tegels, {
        minZoom,
        maxNativeZoom,
        maxZoom: 22,
        bounds: achtergrond.hoeken,
        keepBuffer: 1,
        alt: "",
      });
      vermeld(kaart, achtergrond.bron, "");
      let melding = null;
      // Said once and quietly: figures, table and keys do not need it.
      tegels.on("tileerror", () => (melding = melding || vermeld(kaart, achtergrond.mislukt, "mislukt")));
      tegels.on("tileload", () => {
        if (melding) melding.remove();
        melding = null;
      });
      tegels.addTo(kaart.kaart);
    },
  });
})();
