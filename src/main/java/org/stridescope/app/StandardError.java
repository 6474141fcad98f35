package org.stridescope.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;

/**
 * Gives the program the standard error stream that its start script kept from the JVM. The JVM announces every incubator
 * module there and has no option against it; a caller who reads errors would have to skip that line. The script passes the
 * number of the real stream's descriptor in the property {@code stridescope.stderr} and opens java.io for the one private
 * constructor used here.
 */
final class StandardError {
    private StandardError() {}

    static void takeOver() {
        String number = System.getProperty("stridescope.stderr");
        if (number == null)
            return;
        try {
            Constructor<FileDescriptor> ofNumber = FileDescriptor.class.getDeclaredConstructor(int.class);
            ofNumber.setAccessible(true);
            FileDescriptor real = ofNumber.newInstance(Integer.parseInt(number));
            System.setErr(new PrintStream(new FileOutputStream(real), true, System.out.charset()));
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.setErr(System.out); // never lose an error
        }
    }
}
