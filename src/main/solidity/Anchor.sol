// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

/// Heads of append-only logs. A log is named by the Keccak-256 of its origin; its size only grows.
/// The state keeps no more than one slot a log; roots and checkpoints stand in events, so that a proof
/// rests on an event and its block's header and never on the state of an old block.
contract Anchor {
    /// One slot. Each log has a sender of its own, so that no installation can run another's log ahead,
    /// and the check of the sender costs no second slot. The block tells where the newest event stands.
    struct Log {
        address sender;
        uint32 blockNumber;
        uint64 size;
    }

    /// The log had this size and root, under the checkpoint whose text has this SHA-256.
    event Anchored(bytes32 indexed origin, uint64 size, bytes32 root, bytes32 checkpoint);
    event SenderGranted(bytes32 indexed origin, address indexed sender);
    event SenderRevoked(bytes32 indexed origin, address indexed sender);
    event OwnershipOffered(address indexed owner, address indexed candidate);
    event OwnershipTaken(address indexed former, address indexed owner);

    /// The caller may not anchor this log.
    error SenderNotGranted(bytes32 origin, address caller);
    /// The log is already held at this size, or at a larger one.
    error SizeNotGrown(bytes32 origin, uint64 held, uint64 given);
    error NotOwner(address caller);
    error NotCandidate(address caller);

    mapping(bytes32 origin => Log) private logs;
    /// Grants and revokes senders, and anchors nothing itself: its key may lie in a safe.
    address public owner;
    /// Whom ownership is offered to. Taking it shows that the new key works.
    address public candidate;

    modifier onlyOwner() {
        if (msg.sender != owner) revert NotOwner(msg.sender);
        _;
    }

    constructor() {
        owner = msg.sender;
        emit OwnershipTaken(address(0), msg.sender);
    }

    function anchor(bytes32 origin, uint64 size, bytes32 root, bytes32 checkpoint) external {
        Log memory log = logs[origin];
        if (msg.sender != log.sender) revert SenderNotGranted(origin, msg.sender);
        if (size <= log.size) revert SizeNotGrown(origin, log.size, size);
        logs[origin] = Log(msg.sender, uint32(block.number), size);
        emit Anchored(origin, size, root, checkpoint);
    }

    /// Who may anchor the log now, and size and block of its newest anchor: zeros where there is none.
    function head(bytes32 origin) external view returns (address sender, uint32 blockNumber, uint64 size) {
        Log memory log = logs[origin];
        return (log.sender, log.blockNumber, log.size);
    }

    /// Lets a sender anchor a log, and takes the right from the one who had it.
    function grant(bytes32 origin, address sender) external onlyOwner {
        endGrant(origin);
        logs[origin].sender = sender;
        emit SenderGranted(origin, sender);
    }

    function revoke(bytes32 origin) external onlyOwner {
        endGrant(origin);
    }

    function offerOwnership(address to) external onlyOwner {
        candidate = to;
        emit OwnershipOffered(owner, to);
    }

    function takeOwnership() external {
        if (msg.sender != candidate) revert NotCandidate(msg.sender);
        emit OwnershipTaken(owner, msg.sender);
        owner = msg.sender;
        candidate = address(0);
    }

    function endGrant(bytes32 origin) private {
        address former = logs[origin].sender;
        if (former != address(0)) {
            logs[origin].sender = address(0);
            emit SenderRevoked(origin, former);
        }
    }
}
