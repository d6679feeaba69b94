package coop.artel.members;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a list of members may be that is imported.
 *
 * @param file the file as it is sent
 * @param unpacked all that an XLSX file holds, once unpacked
 * @param lines without the headings
 * @param scan of a protocol or a paper; only its digest is kept
 */
@ConfigurationProperties("artel.import")
public record ImportLimits(
    @DefaultValue("10MB") DataSize file,
    @DefaultValue("100MB") DataSize unpacked,
    @DefaultValue("20000") int lines,
    @DefaultValue("10MB") DataSize scan) {}
