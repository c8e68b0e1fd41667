import type { HelpPages } from "../it/help-pages.ts";

export const helpPages: HelpPages = {
  questions: [
    {
      question: "The SMS code does not arrive",
      answer: [
        "Wait for the countdown to end and ask for another code. Check that the phone has signal and room for messages.",
        "The code goes to the number you gave the clinic: you see its last digits. If it has changed, call the desk.",
      ],
    },
    {
      question: "I forgot my password",
      answer: [
        "On the sign-in page press “Forgotten your password?”: you receive an e-mail with a link to choose a new one.",
        "If the clinic does not have your e-mail address, ask the desk: you receive a new password by SMS, to be changed at the first access.",
      ],
    },
    {
      question: "I cannot find a report",
      answer: [
        "The day by which it is available is on the sheet the clinic gave you. Check too that no filter is active.",
        "Without adhesion to the electronic health dossier documents may not be on line: ask the desk.",
      ],
    },
    {
      question: "Images are slow or do not show",
      answer: [
        "Exams with many images are heavy: a computer with a good connection is best. Bring the browser up to date.",
        "If the exam says it is in preparation, try again later.",
      ],
    },
    {
      question: "My mobile number or e-mail has changed",
      answer: [
        "In “Profile” press “Change” beside the contact: a code sent there proves that it is yours.",
        "If you no longer have the old telephone, go to the desk with an identity document.",
      ],
    },
    {
      question: "I am using somebody else's computer",
      answer: [
        "Sign out when you have finished. Documents you downloaded stay on that computer: delete them.",
      ],
    },
  ],
  guide: [
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
  ],
};
