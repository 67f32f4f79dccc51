/* The box to find a wijk or buurt: a combobox as ARIA describes it; choosing goes to an address. */
(function () {
  "use strict";
  const WACHT = 90; // ms of silence before it asks: a word is typed quicker than that
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  /* What the map shows now goes along, so that a place is found on the map of the same theme. */
  function vraag(adres, tekst, signaal) {
    const velden = new URLSearchParams(location.search);
    velden.set("q", tekst);
    return fetch(adres + "?" + velden, { signal: signaal }).then((antwoord) => {
      if (!antwoord.ok) throw new Error(String(antwoord.status));
      return antwoord.json();
    });
  }

  function Zoekvak(props) {
    const { naam, uitleg, lijst, wis, mislukt, adres, langst } = props.inhoud;
    const { useState, useRef, useEffect } = window.React;
    const [tekst, zetTekst] = useState("");
    const [uitslag, zetUitslag] = useState(null);
    const [open, zetOpen] = useState(false);
    const [plek, zetPlek] = useState(-1);
    const invoer = useRef(null);
    const gevonden = uitslag ? uitslag.gevonden : [];

    useEffect(() => {
      if (!tekst.trim()) {
        zetUitslag(null);
        zetOpen(false);
        return undefined;
      }
      const stop = new AbortController();
      const klok = setTimeout(() => {
        vraag(adres, tekst, stop.signal).then(
          (antwoord) => {
            zetUitslag(antwoord);
            zetPlek(-1);
            zetOpen(true);
          },
          (fout) => {
            if (fout.name === "AbortError") return;
            zetUitslag({ zin: mislukt, niets: true, gevonden: [] });
            zetOpen(true);
          },
        );
      }, WACHT);
      return () => {
        clearTimeout(klok);
        stop.abort();
      };
    }, [tekst]);

    function kies(n) {
      const gekozen = gevonden[n];
      if (!gekozen) return;
      zetTekst("");
      zetOpen(false);
      window.wijken.naar(gekozen.adres);
    }

    function stap(hoeveel) {
      const aantal = gevonden.length;
      if (!aantal) return;
      zetOpen(true);
      zetPlek(plek < 0 ? (hoeveel > 0 ? 0 : aantal - 1) : (plek + hoeveel + aantal) % aantal);
    }

    function toets(gebeurtenis) {
      const doe = {
        ArrowDown: () => stap(1),
        ArrowUp: () => stap(-1),
        // Without a choice the best one: the first.
        Enter: () => open && !(uitslag.niets && plek < 0) && kies(Math.max(plek, 0)),
        Escape: () => (open ? zetOpen(false) : zetTekst("")),
      }[gebeurtenis.key];
      if (!doe || gebeurtenis.nativeEvent.isComposing) return;
      gebeurtenis.preventDefault();
      doe();
    }

    const id = (deel) => props.id + "-" + deel;
    const optie = (hit, n) =>
      e(
        "li",
        {
          key: n,
          id: id("optie-" + n),
          role: "option",
          "aria-selected": n === plek,
          className: "zoek-optie",
          onMouseDown: (g) => g.preventDefault(), // or the box would lose the focus first
          onClick: () => kies(n),
        },
        e("span", { className: "zoek-naam" }, hit.naam),
        e("span", { className: "zoek-bij" }, hit.bij),
      );
    const toon = open && gevonden.length > 0;
    return e(
      "div",
      {
        className: "zoekvak",
        id: props.id,
        role: "search",
        "aria-label": naam,
        onBlur: (g) => g.currentTarget.contains(g.relatedTarget) || zetOpen(false),
      },
      e("label", { className: "keuze-naam", htmlFor: id("invoer") }, naam),
      e("input", {
        id: id("invoer"),
        ref: invoer,
        type: "text",
        value: tekst,
        maxLength: langst,
        autoComplete: "off",
        autoCapitalize: "off",
        spellCheck: false,
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": toon,
        "aria-controls": id("lijst"),
        "aria-activedescendant": toon && plek >= 0 ? id("optie-" + plek) : undefined,
        "aria-describedby": id("uitleg"),
        onChange: (g) => zetTekst(g.target.value),
        onFocus: () => zetOpen(uitslag !== null),
        onKeyDown: toets,
      }),
      tekst
        ? e(
            "button",
            {
              type: "button",
              className: "zoek-wis",
              "aria-label": wis,
              onClick: () => {
                zetTekst("");
                invoer.current.focus();
              },
            },
            "\u00d7",
          )
        : null,
      e("p", { id: id("uitleg"), className: "gehoord" }, uitleg),
      // Always there: what appears together with its words is not read out.
      e("p", { className: "gehoord", role: "status" }, open && uitslag ? uitslag.zin : ""),
      e(
        "div",
        { className: "zoek-uitslag", hidden: !open },
        e("p", { className: "zoek-zin", "aria-hidden": "true" }, uitslag ? uitslag.zin : ""),
        e("ul", { id: id("lijst"), role: "listbox", "aria-label": lijst, hidden: !toon }, gevonden.map(optie)),
      ),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Zoekvak: Zoekvak });
})();
