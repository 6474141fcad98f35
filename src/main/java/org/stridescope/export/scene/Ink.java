package org.stridescope.export.scene;

/**
 * A colour by its role.
 *
 * @param strength from 0, the background, to 1, the role's full colour
 */
public record Ink(Role role, double strength) {
    public static Ink of(Role role) {
        return new Ink(role, 1);
    }
}
