/* Native boxes to tick; each goes to an address at once, and shows what it will be meanwhile. */
(function () {
  "use strict";
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  function Schakelaar(props) {
    const { tekst, href, aan, noot, merk } = props.inhoud;
    // Shown at once; the server's answer confirms it.
    const [nu, zet] = window.React.useState(aan);
    window.React.useEffect(() => zet(aan), [aan, href]);
    return e(
      "label",
      { className: "schakelaar" },
      e("input", {
        type: "checkbox",
        checked: nu,
        onChange: () => {
          zet(!nu);
          window.wijken.naar(href);
        },
      }),
      merk ? e("span", { className: "merkje " + merk, "aria-hidden": "true" }) : null,
      e("span", null, tekst, noot ? e("span", { className: "klein stil" }, " " + noot) : null),
    );
  }

  function Schakelaars(props) {
    const { naam, rij } = props.inhoud;
    return e(
      "fieldset",
      { id: props.id, className: "schakelaars" },
      e("legend", { className: "keuze-naam" }, naam),
      e(
        "div",
        { className: "schakelaars-rij" },
        rij.map((s) => e(Schakelaar, { key: s.tekst, inhoud: s })),
      ),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Schakelaars: Schakelaars });
})();
