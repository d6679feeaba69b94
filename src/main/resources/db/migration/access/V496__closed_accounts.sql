-- Of whoever is erased nobody learns the login any more, nor how a token was called.
grant update (login, login_key) on access.invitations to artel;
grant update (purpose) on access.tokens to artel;
