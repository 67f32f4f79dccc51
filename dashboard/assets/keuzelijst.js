/* A native select whose options are addresses; choosing one goes there without a new page. */
(function () {
  "use strict";
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  function Keuzelijst(props) {
    const { naam, gekozen, groepen } = props.inhoud;
    // Shown at once; the server's answer confirms it.
    const [waarde, zet] = window.React.useState(gekozen);
    window.React.useEffect(() => zet(gekozen), [gekozen]);
    const optie = ([tekst, href]) => e("option", { key: href, value: href }, tekst);
    return e(
      "label",
      { className: "keuzelijst" },
      e("span", { className: "keuze-naam" }, naam),
      e(
        "select",
        {
          id: props.id,
          value: waarde,
          onChange: (gebeurtenis) => {
            zet(gebeurtenis.target.value);
            window.wijken.naar(gebeurtenis.target.value);
          },
        },
        groepen.map((g) => e("optgroup", { key: g.naam, label: g.naam }, g.opties.map(optie))),
      ),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Keuzelijst: Keuzelijst });
})();
