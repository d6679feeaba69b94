package coop.artel.desk.forms;

import coop.artel.values.Refusal;

/** A file is larger than such a file may be. */
class UploadTooLarge extends Refusal {
  UploadTooLarge(long megabytes) {
    super(Kind.TOO_LARGE, "upload-too-large", "The file has more than %s MB", megabytes);
  }
}
