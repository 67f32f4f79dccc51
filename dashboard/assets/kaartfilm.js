/* Buttons that step or play through the years: each year is an address of this page, so that legend,
   table and panel go along. Playing replaces the address: Back leaves the film, not a year of it. */
(function () {
  "use strict";
  const TIK = 1600;
  const TERUG = "terug"; // on its way to the first year
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  function vervang(href) {
    history.replaceState(null, "", href);
    // What dcc.Location listens to; the same event dcc.Link sends.
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  function Kaartfilm(props) {
    const { useState, useEffect } = window.React;
    const { jaren, nu, noot, woorden } = props.inhoud;
    const [speelt, zet] = useState(false);
    const plaats = jaren.findIndex(([jaar]) => jaar === nu);
    const sleutel = jaren.map(([, href]) => href).join();

    // Waits for the answer to one step before it counts down to the next.
    useEffect(
      function () {
        if (!speelt) return undefined;
        if (speelt === TERUG) {
          // Gone back to the first year, of which the page has to answer first.
          if (plaats !== jaren.length - 1) zet(true);
          return undefined;
        }
        if (plaats < 0 || plaats === jaren.length - 1) {
          zet(false);
          return undefined;
        }
        const tik = setTimeout(() => vervang(jaren[plaats + 1][1]), TIK);
        return () => clearTimeout(tik);
      },
      [speelt, plaats, sleutel],
    );

    if (jaren.length < 2) return e("div", { id: props.id, hidden: true });
    const stil = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

    function speel() {
      const opnieuw = !speelt && plaats === jaren.length - 1;
      zet(opnieuw ? TERUG : !speelt);
      if (opnieuw) vervang(jaren[0][1]);
    }

    function stap(naar) {
      zet(false);
      vervang(jaren[naar][1]);
    }

    // aria-disabled: a button that is disabled would lose the focus of who steps with the keyboard.
    const knop = (tekst, bij, doe, kan) =>
      e(
        "button",
        { type: "button", className: "film-knop", "aria-label": bij, "aria-disabled": kan ? null : "true", onClick: () => kan && doe() },
        tekst,
      );
    return e(
      "div",
      { id: props.id, className: "kaart-film", role: "group", "aria-label": woorden.naam },
      knop("←", woorden.terug, () => stap(plaats - 1), plaats > 0),
      stil ? null : knop(speelt ? woorden.pauze : woorden.speel, null, speel, true),
      knop("→", woorden.verder, () => stap(plaats + 1), plaats >= 0 && plaats < jaren.length - 1),
      e("output", { className: "film-jaar", "aria-live": "polite" }, nu),
      stil ? e("span", { className: "klein stil" }, woorden.stil) : null,
      noot ? e("span", { className: "klein stil" }, noot) : null,
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Kaartfilm: Kaartfilm });
})();
