/* The grip of the sheet at the bottom of a phone: a button that can be dragged as well. */
(function () {
  "use strict";
  const SLEEP = 24; // px: less is a tap
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };
  let laatst = false; // stays as it was when another area is chosen

  function Greep(props) {
    const { naam, open, dicht, inhoud } = props.inhoud;
    const [is, zet] = window.React.useState(laatst);
    const knop = window.React.useRef(null);
    const begin = window.React.useRef(null);

    function wissel(nieuw) {
      laatst = nieuw;
      zet(nieuw);
    }

    window.React.useEffect(() => {
      const blad = knop.current.closest(".bodemblad");
      blad.classList.toggle("open", is);
      const toets = (g) => {
        if (g.key !== "Escape" || !laatst) return;
        wissel(false);
        knop.current.focus();
      };
      blad.addEventListener("keydown", toets);
      return () => blad.removeEventListener("keydown", toets);
    }, [is]);

    function los(g) {
      const omhoog = begin.current === null ? 0 : begin.current - g.clientY;
      begin.current = null;
      if (Math.abs(omhoog) < SLEEP) return;
      g.currentTarget.dataset.gesleept = "ja"; // the click that follows is no second wish
      wissel(omhoog > 0);
    }

    return e(
      "button",
      {
        id: props.id,
        ref: knop,
        type: "button",
        className: "greep",
        "aria-expanded": is,
        "aria-controls": inhoud,
        onPointerDown: (g) => {
          begin.current = g.clientY;
          delete g.currentTarget.dataset.gesleept;
          g.currentTarget.setPointerCapture(g.pointerId);
        },
        onPointerUp: los,
        // The browser or the system took the finger over: that is no drag, and has no place.
        onPointerCancel: () => (begin.current = null),
        onClick: (g) => g.currentTarget.dataset.gesleept || wissel(!is),
      },
      e("span", { className: "greep-streep", "aria-hidden": "true" }),
      e("strong", null, naam),
      e("span", { className: "greep-doe" }, is ? dicht : open),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Greep: Greep });
})();
