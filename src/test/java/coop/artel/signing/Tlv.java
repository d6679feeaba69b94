package coop.artel.signing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** DER in the hands of a forger: any value can be another one, and the lengths follow. */
public final class Tlv {
  public int tag;
  public byte[] content = new byte[0];

  /** Of what is made of values; empty and of no matter for all else. */
  public final List<Tlv> members = new ArrayList<>();

  private Tlv(int tag) {
    this.tag = tag;
  }

  public static Tlv of(int tag, byte[] content) {
    var made = new Tlv(tag);
    made.content = content;
    return made;
  }

  public static Tlv of(int tag, Tlv... members) {
    var made = new Tlv(tag);
    made.members.addAll(Arrays.asList(members));
    return made;
  }

  public static Tlv read(byte[] bytes) {
    var read = new ArrayList<Tlv>();
    readAll(bytes, read);
    if (read.size() != 1) {
      throw new IllegalArgumentException(read.size() + " values");
    }
    return read.get(0);
  }

  private static void readAll(byte[] bytes, List<Tlv> into) {
    for (int at = 0; at < bytes.length; ) {
      int tag = bytes[at] & 0xff;
      int first = bytes[at + 1] & 0xff;
      int start = at + 2 + (first < 0x80 ? 0 : first - 0x80);
      int length = first;
      if (first >= 0x80) {
        length = 0;
        for (int i = at + 2; i < start; i++) {
          length = length << 8 | bytes[i] & 0xff;
        }
      }
      byte[] content = Arrays.copyOfRange(bytes, start, start + length);
      var value = new Tlv(tag);
      if ((tag & 0x20) != 0) {
        readAll(content, value.members);
      } else {
        value.content = content;
      }
      into.add(value);
      at = start + length;
    }
  }

  public Tlv at(int... path) {
    var value = this;
    for (int place : path) {
      value = value.members.get(place < 0 ? value.members.size() + place : place);
    }
    return value;
  }

  public byte[] bytes() {
    byte[] inside = content;
    if ((tag & 0x20) != 0) {
      var all = new ByteArrayOutputStream();
      members.forEach(member -> all.writeBytes(member.bytes()));
      inside = all.toByteArray();
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (inside.length >= 0x80) {
      int bytes = inside.length > 0xffff ? 3 : inside.length > 0xff ? 2 : 1;
      out.write(0x80 + bytes);
      for (int i = bytes - 1; i >= 0; i--) {
        out.write(inside.length >> 8 * i);
      }
    } else {
      out.write(inside.length);
    }
    out.writeBytes(inside);
    return out.toByteArray();
  }
}
