// The cookie of the login is lost: the proof of it is fetched from the platform's storage, and forgotten there.
// Without an answer the form goes without, and the next page says how to go on.
import { get, put } from "./storage.js";

const form = document.getElementById("prove");

if (form) {
  get(form).then((proof) => {
    if (typeof proof === "string") {
      form.elements.proof.value = proof;
      put(form, null);
    }
    form.submit();
  });
}
