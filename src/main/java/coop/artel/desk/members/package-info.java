/** Applications, the register of members, lists and corrections. */
@NullMarked
package coop.artel.desk.members;

import org.jspecify.annotations.NullMarked;
