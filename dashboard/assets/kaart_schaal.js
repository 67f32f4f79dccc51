/* Two maps side by side on one scale: as many metres a pixel, whichever of them is zoomed.
   The page (kaartbrug.js) hears how much each map needs to fit, and tells both the coarsest. */
(function () {
  "use strict";
  // Metres a pixel at zoom 0 on the equator.
  const AARDE = 156543.03392;
  // Room for the names at the edge, and for the scale bar.
  const RUIMTE = L.point(24, 60);

  function breedte(kaart) {
    return AARDE * Math.cos((kaart.hoeken.getCenter().lat * Math.PI) / 180);
  }

  /* Asked on both maps whenever one is made, shown or changes size. */
  function meldPassend(kaart) {
    const { x, y } = kaart.kaart.getSize().subtract(RUIMTE);
    if (x <= 0 || y <= 0) return; // not laid out yet: a resize follows
    // Not Leaflet's getBoundsZoom: it stays within the limits of the present view.
    const [een, ander] = [kaart.hoeken.getNorthWest(), kaart.hoeken.getSouthEast()];
    const maat = kaart.kaart.project(ander, 0).subtract(kaart.kaart.project(een, 0));
    kaart.meld({ soort: "schaal", begin: true, mpp: breedte(kaart) * Math.max(maat.x / x, maat.y / y) });
  }

  function zet(kaart, { mpp, begin }) {
    const zoom = Math.log2(breedte(kaart) / mpp);
    kaart.volgt = true;
    kaart.kaart.setMinZoom(begin ? zoom - 0.5 : Math.min(kaart.kaart.getMinZoom(), zoom));
    const midden = begin ? kaart.hoeken.getCenter() : kaart.kaart.getCenter();
    kaart.kaart.setView(midden, zoom, { animate: false });
    kaart.volgt = false;
    document.body.dataset.mpp = mpp.toFixed(3);
  }

  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      const naast = () => kaart.wens && kaart.wens.naast;
      kaart.kaart.on("zoomend", () => {
        if (!naast() || kaart.volgt) return;
        kaart.meld({ soort: "schaal", begin: false, mpp: breedte(kaart) / 2 ** kaart.kaart.getZoom() });
      });
      kaart.kaart.on("resize", () => naast() && meldPassend(kaart));
    },

    toon(kaart, wens, vorige) {
      if (wens.naast && !(vorige && vorige.naast)) meldPassend(kaart);
    },

    bericht(kaart, bericht) {
      if (bericht.soort === "schaal" && bericht.mpp > 0) zet(kaart, bericht);
    },
  });
})();
