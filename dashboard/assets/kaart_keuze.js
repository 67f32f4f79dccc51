/* Several areas at once: chosen by clicks or keys, outlined together; what does not count is dimmed. */
(function () {
  "use strict";
  const GEEN = { codes: [], meer: false, focus: [], deel: "geheel", lijn: false };

  function keuzeVan(kaart) {
    return (kaart.wens && kaart.wens.keuze) || GEEN;
  }

  function ringen(vorm) {
    return vorm.type === "Polygon" ? vorm.coordinates : vorm.coordinates.flat();
  }

  /* The outline of several areas: a border that two of them share is drawn by neither. */
  function omtrek(kaart, codes) {
    const eenmaal = new Map();
    for (const code of codes) {
      const laag = kaart.lagen.get(code);
      for (const ring of laag ? ringen(laag.feature.geometry) : []) {
        for (let n = 1; n < ring.length; n += 1) {
          const [a, b] = [ring[n - 1].join(), ring[n].join()];
          const sleutel = a < b ? a + " " + b : b + " " + a;
          if (eenmaal.has(sleutel)) eenmaal.delete(sleutel);
          else eenmaal.set(sleutel, [ring[n - 1], ring[n]]);
        }
      }
    }
    return aaneen([...eenmaal.values()]);
  }

  /* Joins loose pieces to lines, so that dashes run on. */
  function aaneen(stukken) {
    const bij = new Map();
    stukken.forEach((stuk, n) => {
      for (const punt of stuk) bij.set(punt.join(), (bij.get(punt.join()) || []).concat(n));
    });
    const gebruikt = new Set();
    const lijnen = [];
    stukken.forEach((stuk, begin) => {
      if (gebruikt.has(begin)) return;
      gebruikt.add(begin);
      const lijn = [...stuk];
      for (;;) {
        const eind = lijn[lijn.length - 1].join();
        const volgende = (bij.get(eind) || []).find((n) => !gebruikt.has(n));
        if (volgende === undefined) break;
        gebruikt.add(volgende);
        const [a, b] = stukken[volgende];
        lijn.push(a.join() === eind ? b : a);
      }
      lijnen.push(lijn);
    });
    return { type: "MultiLineString", coordinates: lijnen };
  }

  function teken(groep, vorm, stijlen) {
    groep.clearLayers();
    if (!vorm.coordinates.length) return;
    for (const stijl of stijlen) {
      groep.addLayer(L.geoJSON(vorm, { pane: "keuze", interactive: false, style: { fill: false, ...stijl } }));
    }
  }

  function markeer(kaart) {
    const { codes } = keuzeVan(kaart);
    if (codes.length < 2) {
      kaart.eigenRand.clearLayers();
      return;
    }
    for (const [code, laag] of kaart.lagen) {
      laag.getElement().setAttribute("aria-pressed", String(codes.includes(code)));
    }
    teken(kaart.eigenRand, omtrek(kaart, codes), [
      { color: "#FBFAF6", weight: 6 },
      { color: "#1E2528", weight: 3 },
    ]);
  }

  function toonFocus(kaart, { focus, deel, lijn }) {
    const aan = focus.length && (lijn || deel !== "geheel");
    teken(kaart.deelRand, omtrek(kaart, aan ? focus : []), [
      { color: "#FBFAF6", weight: 5 },
      { color: "#1E2528", weight: 2.4, dashArray: "9 5" },
    ]);
    const binnen = new Set(focus);
    for (const [code, laag] of kaart.lagen) {
      const buiten = focus.length && deel !== "geheel" && binnen.has(code) !== (deel === "focus");
      laag.getElement().dataset.buiten = buiten ? "ja" : "nee";
    }
  }

  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      kaart.eigenRand = L.layerGroup([], { pane: "keuze" }).addTo(kaart.kaart);
      kaart.deelRand = L.layerGroup([], { pane: "keuze" }).addTo(kaart.kaart);
      const { kies, toonKeuze } = kaart;
      kaart.toonKeuze = function (code) {
        toonKeuze.call(kaart, code);
        markeer(kaart);
      };
      kaart.kies = function (code) {
        const keuze = keuzeVan(kaart);
        if (!keuze.meer) {
          if (kaart.wens) kaart.wens = { ...kaart.wens, keuze: { ...keuze, codes: [] } };
          kies.call(kaart, code);
          return;
        }
        const al = keuze.codes.includes(code);
        const codes = al ? keuze.codes.filter((c) => c !== code) : [...keuze.codes, code];
        const selectie = codes.length === 1 ? codes[0] : "";
        kaart.wens = { ...kaart.wens, selectie, keuze: { ...keuze, codes } };
        kaart.toonKeuze(selectie);
        kaart.meld({ soort: "gekozen", code: codes.join("+") });
      };
    },

    toon(kaart, wens, vorige) {
      const keuze = keuzeVan(kaart);
      document.body.dataset.meer = keuze.meer ? "aan" : "uit";
      const was = vorige && vorige.keuze;
      const zelfde = was && was.deel === keuze.deel && was.lijn === keuze.lijn && was.focus.join() === keuze.focus.join();
      if (!zelfde) toonFocus(kaart, keuze);
    },
  });
  window.wijkenKaart.omtrek = omtrek;
})();
