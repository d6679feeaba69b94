package coop.artel.chain;

import org.web3j.protocol.core.Response;

/** An answer that is one string. */
class TextResponse extends Response<String> {}
