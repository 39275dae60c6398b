"""Settings: from the environment, else from `magdat.toml` in the working folder, else the defaults."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource


class Settings(BaseSettings):
    """What can be set. Each field is an environment variable with `MAGDAT_` before its name.

    `data` is the one folder in which everything is kept. `secret` signs and makes pseudonyms; when absent it is made
    and kept in that folder. `register` is the organisation's own register of tools, a YAML or CSV file. `base_url` is
    the address at which others reach the server, when that is not this machine.
    """

    model_config = SettingsConfigDict(env_prefix="MAGDAT_", toml_file="magdat.toml", frozen=True, extra="forbid")

    data: Path = Path("var")
    secret: str | None = Field(default=None, min_length=16)
    register_file: Path | None = Field(default=None, alias="MAGDAT_REGISTER")
    base_url: str | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given in code first, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
