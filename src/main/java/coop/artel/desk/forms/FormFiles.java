package coop.artel.desk.forms;

import coop.artel.members.ImportLimits;
import coop.artel.workflow.Form;
import coop.artel.workflow.FormInvalid;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Files that somebody chose in a form whose field takes a digest: the digest is made here and
 * stands for what was typed, the file itself is not kept.
 */
@Component
public class FormFiles {
  private final ImportLimits limits;

  FormFiles(ImportLimits limits) {
    this.limits = limits;
  }

  /** What was sent, with the digests of the files; {@code form-invalid} for one too large. */
  public Map<String, String[]> sent(Form form, HttpServletRequest request) {
    var sent = new LinkedHashMap<>(request.getParameterMap());
    var files = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    if (files == null) {
      return sent;
    }
    for (var component : form.components()) {
      var digest = digest(component.key(), files);
      if (FormViews.takesFile(component) && !digest.isEmpty()) {
        sent.put(Field.PREFIX + component.key(), new String[] {digest});
      }
    }
    return sent;
  }

  private String digest(String key, MultipartHttpServletRequest files) {
    try {
      return Uploads.digest(files.getFile(Field.FILE + key), limits.scan());
    } catch (UploadTooLarge e) {
      throw FormInvalid.at(key, "file-too-large", limits.scan().toMegabytes());
    }
  }
}
