/* What the figures look like on the map: its colours and patterns, and the words of an area.
   A way of looking (`wens.wijze`) is a function (kaart, code) -> { soort, vulling, cijfer, wat }:
   the kind of answer (cijfer, geen, onzeker, ...), its fill, and its words for tooltip and label. */
(function () {
  "use strict";
  const { svg } = window.wijkenKaart;
  const wijzen = {};

  /* Hatch: no figure. Dots: an uncertain one. In a drawing of no size, for every path to use. */
  function patronen() {
    const tekening = svg(document.body, "svg", { class: "patronen", "aria-hidden": "true" });
    const vorm = { width: 7, height: 7, patternUnits: "userSpaceOnUse" };
    const arcering = svg(tekening, "pattern", { ...vorm, id: "arcering", patternTransform: "rotate(45)" });
    svg(arcering, "rect", { width: 7, height: 7, fill: "#FBFAF6" });
    svg(arcering, "rect", { width: 1.4, height: 7, fill: "#A3A9AC" });
    const stippels = svg(tekening, "pattern", { ...vorm, id: "stippels" });
    svg(stippels, "rect", { width: 7, height: 7, fill: "#FBFAF6" });
    svg(stippels, "circle", { cx: 2, cy: 2, r: 1.25, fill: "#74699B" });
    svg(stippels, "circle", { cx: 5.5, cy: 5.5, r: 1.25, fill: "#74699B" });
  }

  /* As `wijken/opmaak.py` writes numbers: halves away from zero, Dutch signs. */
  function afronden(waarde, decimalen) {
    const schaal = 10 ** decimalen;
    const rond = Math.floor(Math.abs(waarde) * schaal + 0.5 + 1e-9) / schaal;
    return waarde < 0 && rond ? -rond : rond;
  }

  function getal(waarde, decimalen) {
    const rond = afronden(waarde, decimalen);
    const cijfers = { minimumFractionDigits: decimalen, maximumFractionDigits: decimalen };
    return (rond < 0 ? "\u2212" : "") + Math.abs(rond).toLocaleString("nl-NL", cijfers);
  }

  /* The colours of the scale are in kaart_kleuren.css, where the legend has them too. */
  function kleurVan(naam) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + naam).trim();
  }

  function klasse(waarde, grenzen) {
    let n = 0;
    while (n < grenzen.length && waarde >= grenzen[n]) n += 1;
    return n;
  }

  /* The figure of an area, or (as a word) the reason there is none. */
  function cel(kaart, code, indicator, jaar) {
    const jaren = Object.hasOwn(kaart.g.cijfers, indicator) ? kaart.g.cijfers[indicator] : {};
    if (!Object.hasOwn(jaren, jaar)) return { waarde: "niet_in_kopie", onzeker: false };
    const n = kaart.plaats.get(code);
    const { cel, onzeker } = jaren[jaar];
    return { waarde: typeof cel === "string" ? cel : cel[n], onzeker: onzeker.includes(n) };
  }

  function cijfer(kaart, waarde, id) {
    const indicator = kaart.g.indicatoren[id];
    const label = indicator.labels[String(Math.round(waarde))];
    return label || getal(waarde, indicator.decimalen) + indicator.eenheid;
  }

  /* By the figure as it is written: a 10 that is read never counts as less than 10. */
  function klasseVan(kaart, waarde, id, grenzen) {
    return klasse(afronden(waarde, kaart.g.indicatoren[id].decimalen), grenzen);
  }

  wijzen.een = function (kaart, code) {
    const { zinnen, indicatoren } = kaart.g;
    const { indicator, jaar, grenzen } = kaart.wens;
    const { waarde, onzeker } = cel(kaart, code, indicator, jaar);
    const model = indicatoren[indicator].model ? " · " + zinnen.model : "";
    const wat = indicatoren[indicator].naam + ", " + jaar + model;
    if (typeof waarde === "string") {
      return { soort: "geen", vulling: "url(#arcering)", cijfer: zinnen[waarde], wat };
    }
    const tekst = cijfer(kaart, waarde, indicator);
    if (onzeker) {
      return { soort: "onzeker", vulling: "url(#stippels)", cijfer: tekst + " (" + zinnen.onzeker + ")", wat };
    }
    const vulling = kaart.kleuren[klasseVan(kaart, waarde, indicator, grenzen)];
    return { soort: "cijfer", vulling, cijfer: tekst, wat };
  };

  function lees(kaart, code) {
    return (wijzen[kaart.wens.wijze] || wijzen.een)(kaart, code);
  }

  function kleur(kaart, code, el) {
    const { soort, vulling, cijfer: tekst } = lees(kaart, code);
    el.setAttribute("fill", vulling);
    el.dataset.soort = soort;
    el.setAttribute("aria-label", kaart.naam(code) + ": " + tekst);
    kaart.randen.get(code).getElement().dataset.soort = soort;
  }

  Object.assign(window.wijkenKaart, { wijzen, cel, cijfer, getal, klasseVan, kleurVan });
  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      patronen();
      kaart.beschrijf = function (code) {
        if (!kaart.wens) return { naam: kaart.naam(code), regels: [] };
        const { cijfer: tekst, wat } = lees(kaart, code);
        return { naam: kaart.naam(code), regels: [["cijfer", tekst], ["wat", wat]] };
      };
    },

    toon(kaart, wens) {
      kaart.kleuren = wens.treden.map((trede) => kleurVan("trede-" + trede));
      for (const [code, laag] of kaart.lagen) kleur(kaart, code, laag.getElement());
    },
  });
})();
