package org.smecluster.security.inbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Many connections, each with an unfinished request and a byte every five seconds: headers and bodies, on login, upload
 * and REST. One that the server closes is opened again in the next round.
 */
final class SlowSenders implements AutoCloseable {

    interface Door {
        Socket open(String from) throws IOException;
    }

    private static final int THREADS = 8;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Door door;
    private final String[] heads;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong closedByServer = new AtomicLong();
    private final AtomicLong notOpened = new AtomicLong();
    private final AtomicLong rounds = new AtomicLong();
    private volatile boolean ended;

    /**
     * @param addresses how many loopback addresses they come from
     * @param session of somebody signed in, as a header with its end of line
     */
    SlowSenders(Door door, int connections, int addresses, String session) {
        this.door = door;
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        String basic = "Authorization: Basic bm9ib2R5Om5vdGhpbmc=\r\n";
        String parts = "Content-Type: multipart/form-data; boundary=b\r\n";
        this.heads = new String[] {
            "GET /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
            post("/login", form + "Content-Length: 9000\r\n"),
            post("/cases/x/workbook", parts + "Content-Length: 50000000\r\n"),
            post("/cases/x/workbook", session + parts + "Content-Length: 50000000\r\n"),
            post("/engine-rest/task", basic + "Content-Type: application/json\r\nContent-Length: 100000\r\n"),
            post("/engine-rest/deployment/create", basic + parts + "Transfer-Encoding: chunked\r\n"),
            "POST /engine-rest/deployment/create HTTP/1.1\r\nHost: localhost\r\n" + basic + "X-Slow: ",
            post("/camunda/api/engine/engine/default/task", session + "Content-Length: 100000\r\n"),
        };
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            Thread slow = new Thread(() -> send(first, connections, addresses), "slow-senders-" + thread);
            slow.setDaemon(true);
            slow.start();
            threads.add(slow);
        }
    }

    private static String post(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    private void send(int first, int connections, int addresses) {
        Socket[] mine = new Socket[connections];
        while (!ended) {
            long next = System.nanoTime() + PAUSE.toNanos();
            for (int i = first; i < connections && !ended; i += THREADS) {
                mine[i] = go(mine[i], i, addresses);
            }
            rounds.incrementAndGet();
            LockSupport.parkNanos(next - System.nanoTime());
        }
        for (int i = first; i < connections; i += THREADS) {
            close(mine[i]);
        }
    }

    private Socket go(Socket open, int i, int addresses) {
        if (open != null && oneByteMore(open)) {
            return open;
        }
        if (open != null) {
            closedByServer.incrementAndGet();
            close(open);
        }
        try {
            Socket fresh = door.open("127.0.9." + (1 + i % addresses));
            fresh.setSoTimeout(1);
            fresh.setTcpNoDelay(true);
            opened.incrementAndGet();
            fresh.getOutputStream().write(heads[i / addresses % heads.length].getBytes(StandardCharsets.US_ASCII));
            return fresh;
        } catch (IOException refused) {
            notOpened.incrementAndGet();
            return null;
        }
    }

    private static boolean oneByteMore(Socket open) {
        try {
            open.getOutputStream().write('1');
            // an answer is read and forgotten; its end is an end
            while (open.getInputStream().read(new byte[4096]) >= 0) {
                // more
            }
            return false;
        } catch (SocketTimeoutException nothingToSay) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (SocketException gone) {
            // as intended
        } catch (IOException gone) {
            // as intended
        }
    }

    static Socket plain(String from, int port) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
    }

    /** Each of them is open or has been closed by the server. */
    boolean allTried(int connections) {
        return opened.get() + notOpened.get() >= connections;
    }

    @Override
    public String toString() {
        return "opened " + opened + ", closed by the server " + closedByServer + ", not opened " + notOpened;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
            thread.join();
        }
    }
}
