// F6 goes on to the next part of the page, with the shift key to the one before.

const regions = () => [document.querySelector('#files button[aria-current], #files button'), document.querySelector('#editor textarea'), document.querySelector('#tabs [aria-selected="true"]')];

export function walkRegions() {
  document.addEventListener('keydown', event => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    event.stopPropagation();
    const places = regions();
    const homes = [document.querySelector('nav'), document.querySelector('main'), document.querySelector('aside')];
    const at = homes.findIndex(home => home.contains(document.activeElement));
    for (let step = 1; step <= places.length; step++) {
      const next = places[(at + (event.shiftKey ? -step : step) + 2 * places.length) % places.length];
      if (next) {
        next.focus();
        return;
      }
    }
  }, true);
}
