// Shows what is new while a page is open, one stream a visible tab. Without this script the bell is a
// link with the number that it had when the page came.
const count = document.querySelector("[data-bell-count]");
const told = document.querySelector("[data-bell-told]");
let stream = null;

function hear(event) {
  const { unread, words, link } = JSON.parse(event.data);
  count.hidden = unread === 0;
  count.textContent = unread >= 100 ? "99+" : unread;
  if (words) {
    const way = document.createElement("a");
    way.href = link;
    way.textContent = words;
    told.replaceChildren(way);
  }
}

function follow() {
  if (document.visibilityState === "hidden") {
    stream?.close();
    stream = null;
  } else if (!stream) {
    stream = new EventSource("/notices/stream");
    stream.addEventListener("notice", hear);
  }
}

if (count && told) {
  follow();
  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", () => stream?.close());
}
