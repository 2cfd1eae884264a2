// Draws a PDF page by page with pdf.js: no script of the document, no form, no link of it is carried out.
import * as pdfjs from './pdfjs/pdf.min.mjs';

const AHEAD_PX = 800;
const place = document.querySelector('[data-pdf]');
const status = place.querySelector('[data-pdf-status]');
const parts = (name) => new URL(`./pdfjs/${name}`, import.meta.url).href;

pdfjs.GlobalWorkerOptions.workerSrc = parts('pdf.worker.min.mjs');

async function draw(pdf, number, holder) {
  const page = await pdf.getPage(number);
  const width = Math.min(place.clientWidth, 1200);
  const scale = (width / page.getViewport({ scale: 1 }).width) * Math.min(window.devicePixelRatio || 1, 2);
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `第${number}页，共${pdf.numPages}页`);
  holder.style.minHeight = '';
  holder.replaceChildren(canvas);
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport, annotationMode: pdfjs.AnnotationMode.DISABLE }).promise;
  page.cleanup();
}

async function open() {
  const pdf = await pdfjs.getDocument({
    url: place.dataset.pdf,
    cMapUrl: parts('cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: parts('standard_fonts/'),
    wasmUrl: parts('wasm/'),
    enableXfa: false,
    isEvalSupported: false,
    disableRange: true
  }).promise;
  status.textContent = `共${pdf.numPages}页`;
  const seen = new IntersectionObserver((entries) => {
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      seen.unobserve(entry.target);
      draw(pdf, Number(entry.target.dataset.page), entry.target).catch(() => {
        entry.target.textContent = `第${entry.target.dataset.page}页显示不出来，请下载后查看。`;
      });
    });
  }, { rootMargin: `${AHEAD_PX}px` });
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const holder = document.createElement('div');
    holder.className = 'preview-page';
    holder.dataset.page = number;
    holder.style.minHeight = '60vh';
    place.append(holder);
    seen.observe(holder);
  }
}

open().catch(() => {
  status.textContent = '这个PDF在本页显示不出来，请下载后用阅读软件查看。';
});
