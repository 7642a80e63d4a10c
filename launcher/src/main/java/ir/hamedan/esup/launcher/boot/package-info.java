/** The bootstrap of esup.jar. */
package ir.hamedan.esup.launcher.boot;
