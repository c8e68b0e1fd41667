import type { obscuring as italian } from "../it/obscuring.ts";

export const obscuring: typeof italian = {
  hide: {
    title: "Do you want to hide this document?",
    what:
      "The clinic's professionals will not see it any more, and nobody can tell that you have hidden it. You will still see it.",
    lost:
      "Think it over: those who treat you will have a less complete clinical picture, and will have to judge on only what they can see.",
    images: "The images that belong to it will be hidden too.",
    later: "You can go back at any time with “Unhide”.",
    done: "Document hidden: the clinic's professionals do not see it any more.",
  },
  show: {
    title: "Do you want to make this document visible again?",
    what: "The clinic's professionals will be able to see it again, with the images that belong to it.",
    done: "Document visible again to the clinic's professionals.",
  },
  changed:
    "The document had changed in the meantime: we have updated the list. See how it is now and, if you like, repeat.",
  stepUp: "The document has not changed: to make it visible again, confirm with a code that it is you.",
};
