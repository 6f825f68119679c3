/** The thread that reads PDFs: pdf.js's own, after what it asks of Chromium before 119. */

import './promise-with-resolvers.ts'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
