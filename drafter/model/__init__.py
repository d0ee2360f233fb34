"""What a plan and a draft are: frozen values, standard library only."""
