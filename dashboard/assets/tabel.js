/* A table that sorts by a click on a heading; the order told by aria-sort. */
(function () {
  "use strict";
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };
  const taal = new Intl.Collator("nl", { numeric: true });

  /* What has no figure comes last, whichever way the rest is sorted. */
  function vergelijk(kolom, teken) {
    return function (een, ander) {
      const a = een.cellen[kolom].s;
      const b = ander.cellen[kolom].s;
      if (a === null || b === null) return (a === null) - (b === null);
      const verschil = typeof a === "number" && typeof b === "number" ? a - b : taal.compare(a, b);
      return teken * verschil;
    };
  }

  function cel(inhoud, kolom, n) {
    const soort = n === 0 ? "th" : "td";
    const klassen = [kolom.getal && "getal", inhoud.stil && "stil"].filter(Boolean).join(" ");
    const tekst = inhoud.href
      ? e("a", { href: inhoud.href, "data-intern": "ja" }, inhoud.t)
      : inhoud.t;
    const noot = inhoud.noot ? e("span", { className: "noot" }, " " + inhoud.noot) : null;
    const kenmerken = { key: n, className: klassen || undefined, scope: n === 0 ? "row" : undefined };
    return e(soort, kenmerken, tekst, noot);
  }

  function Tabel(props) {
    const { bijschrift, kolommen, rijen, sorteer } = props.inhoud;
    const [volgorde, zet] = window.React.useState(null);
    const getoond = volgorde
      ? rijen.slice().sort(vergelijk(volgorde.kolom, volgorde.teken))
      : rijen;

    function klik(n) {
      const eerst = kolommen[n].getal ? -1 : 1;
      const zelfde = volgorde && volgorde.kolom === n;
      zet({ kolom: n, teken: zelfde ? -volgorde.teken : eerst });
    }

    function kop(kolom, n) {
      const teken = volgorde && volgorde.kolom === n ? volgorde.teken : 0;
      const pijl = teken > 0 ? "\u2191" : teken < 0 ? "\u2193" : "";
      const richting = teken > 0 ? "ascending" : teken < 0 ? "descending" : undefined;
      const knop = e(
        "button",
        { type: "button", className: "sorteer", onClick: () => klik(n) },
        kolom.kop,
        e("span", { className: "gehoord" }, ", " + sorteer),
        e("span", { className: "pijl", "aria-hidden": "true" }, pijl),
      );
      const klasse = kolom.getal ? "getal" : undefined;
      return e("th", { key: n, scope: "col", className: klasse, "aria-sort": richting }, knop);
    }

    function rij(r) {
      const kenmerken = { key: r.sleutel, "data-sleutel": r.sleutel };
      if (r.gekozen) Object.assign(kenmerken, { className: "gekozen", "aria-current": "true" });
      return e("tr", kenmerken, r.cellen.map((c, n) => cel(c, kolommen[n], n)));
    }

    return e(
      "div",
      { id: props.id, className: "tabel-kader", tabIndex: 0, role: "region", "aria-label": bijschrift },
      e(
        "table",
        { className: "sorteerbaar" },
        e("caption", null, bijschrift),
        e("thead", null, e("tr", null, kolommen.map(kop))),
        e("tbody", null, getoond.map(rij)),
      ),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Tabel: Tabel });
})();
