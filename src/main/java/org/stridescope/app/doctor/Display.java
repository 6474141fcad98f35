package org.stridescope.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.stridescope.kernel.Availability;

/** Whether there is a screen to open a window on, without asking the toolkit, which would end the program. */
public final class Display {
    private static final int X_PORT = 6000;
    private static final int WAIT_MILLIS = 2000;
    private static final String MEND = "run " + System.getProperty("stridescope.tour", "stridescope tour --out DIR")
            + ", which needs none, or open the program on a desktop";

    private Display() {}

    public static Availability ofThisProcess() {
        if ("Headless".equalsIgnoreCase(System.getProperty("glass.platform")))
            return Availability.AVAILABLE;
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux"))
            return Availability.AVAILABLE;
        return of(System.getenv());
    }

    /** On Linux the window needs an X server (on Wayland, its Xwayland), named by DISPLAY. */
    static Availability of(Map<String, String> environment) {
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isEmpty())
            return new Availability.Missing("there is no display (DISPLAY is not set)", MEND);
        int colon = display.lastIndexOf(':');
        String number = colon < 0 ? "" : display.substring(colon + 1).replaceFirst("\\..*", "");
        if (!number.matches("\\d{1,4}")) {
            return new Availability.Missing("DISPLAY is '" + display + "', which names no display", MEND);
        }
        String host = display.substring(0, colon);
        if (isThere(host, Integer.parseInt(number)))
            return Availability.AVAILABLE;
        return new Availability.Missing("no display answers at DISPLAY=" + display, MEND);
    }

    private static boolean isThere(String host, int number) {
        if ((host.isEmpty() || host.equals("unix")) && Files.exists(Path.of("/tmp/.X11-unix/X" + number)))
            return true;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.isEmpty() ? "localhost" : host, X_PORT + number), WAIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
