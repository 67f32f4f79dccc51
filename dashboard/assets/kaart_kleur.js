/* What the figures look like on the map: its colours and patterns, and the words of an area.
   A way of looking is a function (kaart, code) -> { soort, vulling, cijfer, wat }: the kind of
   answer (cijfer, geen, onzeker, gewijzigd), its fill, and its words for tooltip and label. One
   theme is read here, from the data of the document; other ways the page works out and sends. */
(function () {
  "use strict";
  const { svg } = window.wijkenKaart;
  const wijzen = {};

  const PAPIER = "#FBFAF6";
  const INKT = "#1E2528";
  // Fills with dots on their colour, so that a print in grey tells them apart: [dot, radius, distance].
  const STIPPELS = {
    "afwijking-1": ["#E8D9B4", 1.1, 5],
    "afwijking-2": [INKT, 1, 6],
    "twee-4": [INKT, 0.8, 9],
    "twee-5": [INKT, 0.8, 9],
    "twee-6": [PAPIER, 0.9, 9],
    "twee-7": [INKT, 1.1, 5],
    "twee-8": [INKT, 1.1, 5],
    "twee-9": [PAPIER, 1.1, 5],
  };
  const PATRONEN = new Set(["arcering", "stippels", "gewijzigd", ...Object.keys(STIPPELS)]);

  function patroon(tekening, id, maat, kleur, draai) {
    const vorm = { width: maat, height: maat, patternUnits: "userSpaceOnUse", id };
    if (draai) vorm.patternTransform = "rotate(" + draai + ")";
    const deel = svg(tekening, "pattern", vorm);
    svg(deel, "rect", { width: maat, height: maat, fill: kleur });
    return deel;
  }

  /* Hatch: no figure. Cross-hatch: the area changed. Dots on paper: an uncertain figure. In a
     drawing of no size, for every path to use. */
  function patronen() {
    if (document.getElementById("arcering")) return; // a file with several maps has one set
    const tekening = svg(document.body, "svg", { class: "patronen", "aria-hidden": "true" });
    const arcering = patroon(tekening, "arcering", 7, PAPIER, 45);
    svg(arcering, "rect", { width: 1.4, height: 7, fill: "#A3A9AC" });
    const gewijzigd = patroon(tekening, "gewijzigd", 8, PAPIER, 45);
    svg(gewijzigd, "rect", { width: 1.1, height: 8, fill: "#A3A9AC" });
    svg(gewijzigd, "rect", { width: 8, height: 1.1, fill: "#A3A9AC" });
    const stippels = patroon(tekening, "stippels", 7, PAPIER);
    svg(stippels, "circle", { cx: 2, cy: 2, r: 1.25, fill: "#74699B" });
    svg(stippels, "circle", { cx: 5.5, cy: 5.5, r: 1.25, fill: "#74699B" });
    for (const [id, [kleur, r, maat]] of Object.entries(STIPPELS)) {
      const deel = patroon(tekening, id, maat, kleurVan(id), 45);
      svg(deel, "circle", { cx: maat / 2, cy: maat / 2, r, fill: kleur });
    }
  }

  function vulling(naam) {
    return PATRONEN.has(naam) ? "url(#" + naam + ")" : kleurVan(naam);
  }

  /* As `wijken/opmaak.py` writes numbers: halves away from zero, Dutch signs. */
  function afronden(waarde, decimalen) {
    const schaal = 10 ** decimalen;
    const rond = Math.floor(Math.abs(waarde) * schaal + 0.5 + 1e-9) / schaal;
    return waarde < 0 && rond ? -rond : rond;
  }

  const schrijvers = new Map(); // decimals -> what writes them; making one takes longest

  function getal(waarde, decimalen) {
    const rond = afronden(waarde, decimalen);
    if (!schrijvers.has(decimalen)) {
      const cijfers = { minimumFractionDigits: decimalen, maximumFractionDigits: decimalen };
      schrijvers.set(decimalen, new Intl.NumberFormat("nl-NL", cijfers));
    }
    return (rond < 0 ? "\u2212" : "") + schrijvers.get(decimalen).format(Math.abs(rond));
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

  /* Two themes, a change, a distance: the page sends what each area shows. */
  function gegeven(kaart, code) {
    const [soort, naam, cijfer] = kaart.wens.vlakken[code] || ["geen", "arcering", ""];
    return { soort, vulling: vulling(naam), cijfer, wat: kaart.wens.wat };
  }

  function lees(kaart, code) {
    const wijze = kaart.wens.wijze || "een";
    return (wijzen[wijze] || gegeven)(kaart, code);
  }

  function kleur(kaart, code, el) {
    const { soort, vulling, cijfer: tekst } = lees(kaart, code);
    if (el.getAttribute("fill") !== vulling) el.setAttribute("fill", vulling);
    el.dataset.soort = soort;
    el.setAttribute("aria-label", kaart.naam(code) + ": " + tekst);
    kaart.randen.get(code).getElement().dataset.soort = soort;
  }

  Object.assign(window.wijkenKaart, { wijzen, cel, cijfer, getal, klasseVan, kleurVan, vulling });
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
      kaart.kleuren = wens.kleuren.map(vulling);
      for (const [code, laag] of kaart.lagen) kleur(kaart, code, laag.getElement());
    },
  });
})();
