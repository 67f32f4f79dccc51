/* The print button of a sheet; the browser's own command does the same. */
document.addEventListener("click", function (event) {
  "use strict";
  if (event.target.closest("[data-druk-af]")) window.print();
});
