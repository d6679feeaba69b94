package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTest {
  /** The entries of certificate-transparency's own reference test. */
  private static final List<byte[]> KNOWN_ENTRIES =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final List<String> KNOWN_ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void the_edge_has_the_known_roots() {
    var edge = new Edge();
    for (int i = 0; i < KNOWN_ENTRIES.size(); i++) {
      edge.append(Merkle.leaf(KNOWN_ENTRIES.get(i)));
      assertThat(Hashes.hex(edge.root())).isEqualTo(KNOWN_ROOTS.get(i));
    }
    assertThat(Hashes.hex(new Edge().root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void the_edge_and_its_copy_have_the_root_of_the_definition_at_every_size() {
    var leaves = leaves(300);
    var edge = new Edge();
    for (int size = 1; size <= leaves.size(); size++) {
      edge.append(leaves.get(size - 1));
      assertThat(edge.size()).isEqualTo(size);
      assertThat(edge.root()).isEqualTo(root(leaves.subList(0, size)));
      edge = new Edge(size, edge.bytes());
    }
  }

  @Test
  void a_path_leads_to_the_root_from_its_own_place_only() {
    var leaves = leaves(70);
    for (int size : new int[] {1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 64, 65, 70}) {
      byte[] root = root(leaves.subList(0, size));
      for (int index = 0; index < size; index++) {
        var path = path(index, leaves.subList(0, size));
        assertThat(Merkle.root(index, size, leaves.get(index), path)).isEqualTo(root);
        for (int other = 0; other < size; other++) {
          assertThat(leads(other, size, leaves.get(index), path, root)).isEqualTo(other == index);
        }
      }
    }
  }

  @Test
  void a_path_of_another_length_or_an_index_outside_is_refused() {
    var leaves = leaves(7);
    var path = path(3, leaves);
    refused(3, 7, leaves.get(3), path.subList(0, path.size() - 1));
    var longer = new ArrayList<>(path);
    longer.add(new byte[32]);
    refused(3, 7, leaves.get(3), longer);
    refused(7, 7, leaves.get(3), path);
    refused(-1, 7, leaves.get(3), path);
    refused(0, 0, leaves.get(0), List.of());
  }

  private static void refused(long index, long size, byte[] leaf, List<byte[]> path) {
    assertThatIllegalArgumentException().isThrownBy(() -> Merkle.root(index, size, leaf, path));
  }

  private static boolean leads(int index, int size, byte[] leaf, List<byte[]> path, byte[] root) {
    try {
      return Arrays.equals(Merkle.root(index, size, leaf, path), root);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static List<byte[]> leaves(int count) {
    var leaves = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      leaves.add(Merkle.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
    }
    return leaves;
  }

  /** MTH of RFC 6962 2.1, word by word. */
  static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = split(leaves.size());
    return Merkle.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  /** PATH of RFC 6962 2.1.1, word by word. */
  static List<byte[]> path(int m, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int k = split(leaves.size());
    var left = leaves.subList(0, k);
    var right = leaves.subList(k, leaves.size());
    var path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
    path.add(m < k ? root(right) : root(left));
    return path;
  }

  private static int split(int size) {
    int k = 1;
    while (k * 2 < size) {
      k *= 2;
    }
    return k;
  }
}
