package ir.hamedan.esup.people.api;

import java.util.List;

/**
 * The dated settings of one module. A module makes a CDI bean of this; a key no module declares cannot be set, since
 * nobody would read it.
 */
public interface SettingKeys {
    List<SettingKey> keys();
}
