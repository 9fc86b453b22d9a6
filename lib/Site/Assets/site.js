// Pages are complete without this script. It tells the numbers of the point nearest to the mouse or finger on a chart.
"use strict";

const nearEnough = 24;

for (const data of document.querySelectorAll('figure > script[type="application/json"]')) {
  const figure = data.parentElement;
  const image = figure.querySelector("img");
  const points = JSON.parse(data.textContent);
  const readout = Object.assign(document.createElement("div"), { className: "readout", hidden: true });
  const mark = Object.assign(document.createElement("div"), { className: "mark", hidden: true });
  figure.append(mark, readout);

  const hide = () => { readout.hidden = mark.hidden = true; };

  image.addEventListener("pointermove", event => {
    const scale = image.clientWidth / image.width0;
    const x = event.offsetX / scale, y = event.offsetY / scale;
    let nearest = null, least = nearEnough * nearEnough;
    for (const point of points) {
      const distance = (point[0] - x) ** 2 + (point[1] - y) ** 2;
      if (distance < least) [nearest, least] = [point, distance];
    }

    if (nearest === null) return hide();
    readout.textContent = nearest[2];
    readout.hidden = mark.hidden = false;
    const left = image.offsetLeft + nearest[0] * scale, top = image.offsetTop + nearest[1] * scale;
    mark.style.left = `${left}px`;
    mark.style.top = `${top}px`;
    readout.style.left = `${Math.max(0, Math.min(left + 10, figure.clientWidth - readout.offsetWidth))}px`;
    readout.style.top = `${top + 12}px`;
  });
  image.addEventListener("pointerleave", hide);
  image.width0 = Number(image.getAttribute("width"));
}
