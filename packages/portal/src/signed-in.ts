import "@cadre-care/vault/portal/signed-in";
