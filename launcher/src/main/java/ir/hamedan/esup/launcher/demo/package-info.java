/**
 * The demo city: a made-up Hamedan on the plan of Karl Frisch, the same from the same seed. Nobody in it exists: the
 * persons bear national ids of a prefix that is given to no city, the companies ids of a range that is not in use.
 */
package ir.hamedan.esup.launcher.demo;
