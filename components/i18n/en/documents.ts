import type { documents as italian } from "../it/documents.ts";

export const documents: typeof italian = {
  title: "Documents",
  caption: "List of your documents",
  types: {
    "referto": "Report",
    "referto-laboratorio": "Laboratory report",
    "lettera": "Letter",
    "verbale": "Record",
    "immagini": "Images",
  },
  patient: {
    title: "Your details",
    number: "Patient ID",
    name: "Surname and name",
    birth: "Date of birth",
    age: (years) => years === 1 ? "1 year old" : `${years} years old`,
    codiceFiscale: "Tax code (Codice Fiscale)",
  },
  filters: {
    title: "Filters",
    type: "Type",
    facility: "Facility",
    from: "Date from",
    to: "Date to",
    text: "Text in services",
    all: "All",
    reset: "Reset filters",
    wrongDays: "The first date comes after the last one.",
  },
  columns: { type: "Document type", facility: "Facility", date: "Document date", services: "Services" },
  sorts: {
    "date descending": "Date, newest first",
    "date ascending": "Date, oldest first",
    "type ascending": "Type",
    "facility ascending": "Facility",
    "services ascending": "Services",
  },
  unread: "New",
  obscured: "Hidden",
  obscure: "Hide",
  restore: "Unhide",
  images: "Images",
  studies: "Imaging studies",
  empty: { title: "There are no documents yet", text: "When a report is ready you find it here." },
  nothingFound: {
    title: "No document with these filters",
    text: "Try another period, or reset the filters to see all documents.",
  },
  noAdhesion: {
    title: "Your documents cannot be seen online",
    why:
      "We have no record of your consent to the electronic health dossier (DSE): without it the clinic may not " +
      "show your documents here.",
    todo:
      "You can give your consent at the clinic's desk whenever you like. Until then reports are collected in person.",
    call: "Telephone:",
  },
  obscuring: {
    title: "Do you want to hide this document?",
    what:
      "The clinic's professionals will not see it any more, and nobody can tell that you have hidden it. You will still see it.",
    lost:
      "Think it over: those who treat you will have a less complete clinical picture, and will have to judge on only what they can see.",
    images: "The images that belong to it will be hidden too.",
    later: "You can go back at any time with “Unhide”.",
    done: "Document hidden: the clinic's professionals do not see it any more.",
  },
  restoring: {
    title: "Do you want to make this document visible again?",
    what: "The clinic's professionals will be able to see it again, with the images that belong to it.",
    done: "Document visible again to the clinic's professionals.",
  },
  undo: "Undo",
  changed:
    "The document had changed in the meantime: we have updated the list. See how it is now and, if you like, repeat.",
  stepUp: "To make it visible again a recent sign-in is needed: sign out, sign in again and repeat.",
  heading: (type, day) => `${type} of ${day}`,
  report: {
    loading: "Opening the document…",
    pages: (count) => count === 1 ? "1 page" : `${count} pages`,
    page: (number, of) => `Page ${number} of ${of}`,
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Fit to width",
    unreadable:
      "We cannot show this document here. You can download it and open it with another application.",
    printing: "Preparing to print…",
  },
  study: {
    title: "Imaging studies",
    caption: "Exams of this document",
    state: "State",
    code: "Code",
    when: "Date and time",
    description: "Description",
    states: { available: "Available", preparing: "In preparation", unavailable: "Not available" },
    open: "Open",
    empty: "There are no images here.",
    preparing: "Images in preparation will be available soon: try again later.",
  },
};
