package coop.artel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that refuses: nobody@ for good, later@ for now. GreenMail takes everything. */
public final class ChoosyServer implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  public ChoosyServer() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "choosy-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What clients have said. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    answer(client, "220 choosy");
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      var command = line.toLowerCase(Locale.ROOT);
      if (data) {
        data = !line.equals(".");
        if (!data) {
          answer(client, "250 taken");
        }
      } else if (command.startsWith("rcpt to:<nobody@")) {
        answer(client, "550 5.1.1 no such user");
      } else if (command.startsWith("rcpt to:<later@")) {
        answer(client, "451 4.7.1 come again");
      } else if (command.equals("data")) {
        data = true;
        answer(client, "354 go on");
      } else {
        answer(client, command.equals("quit") ? "221 bye" : "250 ok");
      }
    }
  }

  private static void answer(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
