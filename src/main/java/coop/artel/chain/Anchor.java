package coop.artel.chain;

import java.time.Instant;

/**
 * A log's head as an event of the anchor contract on a chain.
 *
 * @param origin the log's name, as in its checkpoints
 * @param size entries under the root
 * @param root 32 bytes
 * @param checkpoint SHA-256 of the signed checkpoint's text, 32 bytes
 * @param contract address, 0x and 40 lower-case hex digits
 * @param transaction hash, 0x and 64 lower-case hex digits
 */
public record Anchor(
    String origin,
    long size,
    byte[] root,
    byte[] checkpoint,
    long chainId,
    String contract,
    String transaction,
    long block,
    Instant at) {}
