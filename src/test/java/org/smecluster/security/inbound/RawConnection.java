package org.smecluster.security.inbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which every byte is sent by hand. */
final class RawConnection implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final Socket socket;

    RawConnection(int port) throws IOException {
        this("127.0.0.1", port);
    }

    /** @param from one of the loopback addresses */
    RawConnection(String from, int port) throws IOException {
        this(new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0));
    }

    RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
    }

    RawConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** One answer, header and body. */
    String answer() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new SocketException("closed after: " + read.toString(StandardCharsets.UTF_8));
            }
            read.write(next);
        }
        Matcher length = LENGTH.matcher(read.toString(StandardCharsets.ISO_8859_1));
        if (length.find()) {
            read.writeBytes(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** All that comes until the server closes. */
    String everything() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Sends one byte after the other, at each pause looking whether the server has something to say; once it speaks, it is
     * heard out, for a byte sent to a closed connection would cut its answer.
     *
     * @return all that the server said before it closed
     */
    String drip(byte what, int pauseMillis) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        socket.setSoTimeout(pauseMillis);
        try {
            while (true) {
                socket.getOutputStream().write(what);
                try {
                    int next = socket.getInputStream().read();
                    socket.setSoTimeout(30_000);
                    while (next >= 0) {
                        read.write(next);
                        next = socket.getInputStream().read();
                    }
                    break;
                } catch (SocketTimeoutException pause) {
                    // time for the next byte
                }
            }
        } catch (SocketException closed) {
            // as good as an end
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** @return whether the server closes it, within the time of an answer */
    boolean ends() throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // what it still says
            }
            return true;
        } catch (SocketException reset) {
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    static String header(String answer, String name) {
        Matcher line =
                Pattern.compile("(?im)^" + Pattern.quote(name) + ": *(.*?)\r?$").matcher(answer);
        return line.find() ? line.group(1) : "";
    }

    static int status(String answer) {
        return Integer.parseInt(answer.toUpperCase(Locale.ROOT).split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
