import type { Question } from "../it/questions.ts";

export const questions: readonly Question[] = [
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
      "On the sign-in page press “Forgot your password?”: you’ll get an e-mail with a link to choose a new one.",
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
];
