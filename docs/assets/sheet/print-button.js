/* The sheet's Print button, which needs a script to do anything. */
const button = document.querySelector("[data-print]")
button.addEventListener("click", () => print())
