import type { GuideSection } from "../it/guide.ts";

export const guide: readonly GuideSection[] = [
  {
    id: "sign-in",
    title: "Signing in",
    steps: [
      "Write your codice fiscale and the password. The first password comes from the clinic by SMS.",
      "You receive an SMS with a code of six digits: write it in the box that appears.",
      "At the first access choose a password of your own, of at least 12 characters.",
    ],
    note: "Nobody at the clinic will ever ask you for the password or for a code received by SMS.",
  },
  {
    id: "report",
    title: "Reading a report",
    steps: [
      "Open the documents: the latest come first, those you have not read yet are marked.",
      "Press “View” to read the report in the page.",
      "“Download” saves it as a PDF, “Print” prints it.",
    ],
    note: "A report may use difficult words: talk about it with the doctor who asked for the exam.",
  },
  {
    id: "images",
    title: "Looking at the images",
    steps: [
      "Among the documents press “Images” in the report's row. If there are several exams the button is “Imaging studies”: choose one.",
      "Go through the images with the wheel, a finger or the arrow keys.",
      "The tools in sight change light and contrast, enlarge and move.",
    ],
    note: "These images are for looking, not for making a diagnosis.",
  },
  {
    id: "archive",
    title: "Taking the images home",
    steps: [
      "While you look at the images press “Export” and choose the studies.",
      "Press “Start”, wait until the archive is ready and press “Download”.",
      "On the computer extract all of the ZIP file and, if you wish, copy it to a USB stick.",
    ],
    note: "A ZIP archive needs a computer to be opened.",
  },
  {
    id: "obscure",
    title: "Hiding a document",
    steps: [
      "Among the documents press “Hide” beside the document and read the warning.",
      "If you confirm, the clinic's professionals no longer see it and do not know it is there. You still do.",
      "“Unhide” brings it back.",
    ],
    note:
      "Who cares for you knows only what they can see: with fewer documents the picture is less complete.",
  },
];
