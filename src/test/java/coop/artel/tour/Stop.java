package coop.artel.tour;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A page of the tour.
 *
 * @param name of its pictures
 * @param visitor who looks at it, in the language of the tour
 * @param address where it is, once the day has been played
 * @param status that the server answers with
 * @param spoken the language of the page, whatever its reader has chosen; empty: the reader's
 * @param there what is done on the page before it is looked at; a form that is sent empty, say
 */
record Stop(
    String name,
    Function<Scene, Guest> visitor,
    Function<Scene, String> address,
    int status,
    String spoken,
    UnaryOperator<Guest> there) {

  private Stop(String name, Function<Scene, Guest> visitor, Function<Scene, String> address) {
    this(name, visitor, address, 200, "", guest -> guest);
  }

  /** A page that everybody may see. */
  static Stop open(String name, String address) {
    return open(name, scene -> address);
  }

  static Stop open(String name, Function<Scene, String> address) {
    return new Stop(name, Scene::anybody, address);
  }

  /** A page of somebody who has signed in. */
  static Stop of(String login, String name, String address) {
    return of(login, name, scene -> address);
  }

  static Stop of(String login, String name, Function<Scene, String> address) {
    return of(scene -> scene.at(login), name, address);
  }

  static Stop of(Function<Scene, Guest> visitor, String name, Function<Scene, String> address) {
    return new Stop(name, visitor, address);
  }

  /** A page behind the personal link of an applicant. */
  static Stop of(Applicant applicant, String name, String address) {
    return new Stop(name, scene -> scene.at(applicant), scene -> address);
  }

  Stop answering(int otherStatus) {
    return new Stop(name, visitor, address, otherStatus, spoken, there);
  }

  Stop speaking(String language) {
    return new Stop(name, visitor, address, status, language, there);
  }

  Stop after(UnaryOperator<Guest> deed) {
    return new Stop(name, visitor, address, status, spoken, deed);
  }
}
